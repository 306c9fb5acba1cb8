import { useT } from "#app/i18n/react.tsx"
import { Button, Icon, type IconName } from "#app/ui/index.ts"
import { arrangement, arrangementName, type Move } from "./arrangement.ts"

const icons: Partial<Record<Move, IconName>> = { add: "plus", remove: "minus" }

/**
 * Posts the form to get it back arranged otherwise. `target` is where the page is to stand afterwards, so that a
 * reader without script does not land at its top.
 */
export function ArrangeButton({
  move,
  index,
  name,
  target,
}: {
  move: Move
  index: number
  /** Which clause, for whoever hears the button on its own. */
  name: string
  target: string
}) {
  const t = useT()
  const words = t(`agreement.draft.${move}`)
  return (
    <Button
      kind="plain"
      size="sm"
      name={arrangementName}
      value={arrangement(move, index)}
      formAction={`#${target}`}
      aria-label={t("agreement.draft.actionOn", { action: words, clause: name })}
    >
      {move === "up" || move === "down" ? (
        <Icon name="chevron-down" size="sm" className={move === "up" ? "drafting__arrow-up" : undefined} />
      ) : null}
      {icons[move] ? <Icon name={icons[move]} size="sm" /> : null}
      {words}
    </Button>
  )
}
