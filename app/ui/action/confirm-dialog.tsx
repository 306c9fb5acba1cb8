import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import type { IconName } from "../icon/paths.ts"
import { Button, type ButtonKind, ButtonLink } from "./button.tsx"

/**
 * Asks once more before something that cannot be taken back. A native popover on a dialog: it needs no script.
 * It holds a form of its own, so it must not stand inside another form. Browsers without popovers show the question standing open in the page, or a link to `fallbackHref`.
 */
export function ConfirmDialog({
  id,
  trigger,
  title,
  children,
  confirm,
  action,
  fields = {},
  danger = false,
  triggerKind = "quiet",
  triggerIcon,
  fallbackHref,
}: {
  id: string
  trigger: ReactNode
  title: ReactNode
  children: ReactNode
  confirm: ReactNode
  action: string
  fields?: Readonly<Record<string, string>>
  danger?: boolean
  triggerKind?: ButtonKind
  triggerIcon?: IconName
  fallbackHref?: string
}) {
  const t = useT()
  const opens = { popovertarget: id }
  const closes = { popovertarget: id, popovertargetaction: "hide" }
  const panel = { popover: "auto" }
  return (
    <div className="confirm">
      <Button type="button" kind={triggerKind} icon={triggerIcon} className="confirm__trigger" {...opens}>
        {trigger}
      </Button>
      {fallbackHref ? (
        <ButtonLink href={fallbackHref} kind={triggerKind} icon={triggerIcon} className="confirm__fallback">
          {trigger}
        </ButtonLink>
      ) : null}
      <dialog
        id={id}
        className={fallbackHref ? "dialog" : "dialog dialog--stands-open"}
        aria-labelledby={`${id}-judul`}
        {...panel}
      >
        <form method="post" action={action} className="dialog__form">
          <h2 id={`${id}-judul`} className="dialog__title">
            {title}
          </h2>
          <div className="dialog__body">{children}</div>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="dialog__actions">
            <Button kind={danger ? "danger" : "primary"}>{confirm}</Button>
            <Button type="button" kind="quiet" autoFocus {...closes}>
              {t("ui.cancel")}
            </Button>
          </div>
        </form>
      </dialog>
    </div>
  )
}
