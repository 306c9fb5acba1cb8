import { useT } from "#app/i18n/react.tsx"
import { CodeText, Sheet } from "#app/ui/index.ts"

/** The code for the screen in the room, in two halves that are easy to read aloud. */
export function PresenceCode({ code, from, until }: { code: string; from: string; until: string }) {
  const t = useT()
  return (
    <Sheet as="section">
      <h2 className="section__title">{t("programme.session.code")}</h2>
      <p className="my-4 text-4xl font-bold tracking-widest">
        <CodeText>{`${code.slice(0, 3)} ${code.slice(3)}`}</CodeText>
      </p>
      <p>{t("programme.session.codeBody")}</p>
      <p className="text-sm text-ink-soft">{t("programme.session.codeTimes", { from, until })}</p>
    </Sheet>
  )
}
