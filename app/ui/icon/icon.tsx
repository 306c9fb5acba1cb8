import { classNames } from "../class-names.ts"
import { ICON_PATHS, type IconName } from "./paths.ts"

const pixels = { sm: 16, md: 20, lg: 28 } as const

/** One drawn sign in the colour of the text around it. Hidden from screen readers unless it stands alone and has a `label`. */
export function Icon({
  name,
  label,
  size = "md",
  className,
}: {
  name: IconName
  label?: string
  size?: keyof typeof pixels
  className?: string
}) {
  return (
    <svg
      className={classNames("icon", `icon--${size}`, className)}
      viewBox="0 0 24 24"
      width={pixels[size]}
      height={pixels[size]}
      fill="none"
      stroke="currentColor"
      strokeWidth={size === "lg" ? 1.5 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  )
}
