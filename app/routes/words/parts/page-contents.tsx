import { useT } from "#app/i18n/react.tsx"
import type { Part } from "#content/markdown.server.ts"

/** What a long page holds; nothing for a short one, which is seen at a glance. */
export function PageContents({ parts }: { parts: readonly Part[] }) {
  const t = useT()
  if (parts.length < 4) return null
  return (
    <nav className="page-contents" aria-labelledby="isi-halaman">
      <p id="isi-halaman" className="page-contents__title">
        {t("words.contents")}
      </p>
      <ol>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
