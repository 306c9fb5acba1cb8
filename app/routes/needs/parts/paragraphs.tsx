import { Prose } from "#app/ui/index.ts"

/** Plain text with its paragraphs and lines, in Indonesian as it was written. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <Prose>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change under the reader
        <p key={index} lang="id" className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </Prose>
  )
}
