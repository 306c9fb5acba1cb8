import { classNames } from "../class-names.ts"
import { STRANDS } from "../strand.ts"
import { knotPaths, LARGE_KNOT, SMALL_KNOT } from "./knot.ts"

const small = knotPaths(SMALL_KNOT)
const large = knotPaths(LARGE_KNOT)

/**
 * The mark: five strands tied into one knot. Below 64 px each strand is one band, above it is split as rattan is.
 * `mono` draws it in the colour of the text around it. Hidden from screen readers unless it has a `label`.
 */
export function Mark({
  size = 32,
  mono = false,
  label,
  className,
}: {
  size?: number
  mono?: boolean
  label?: string
  className?: string
}) {
  const paths = size < 64 ? small : large
  return (
    <svg
      className={classNames("mark", className)}
      viewBox="-12 -12 24 24"
      width={size}
      height={size}
      focusable="false"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {mono ? (
        <path fill="currentColor" d={paths.join("")} />
      ) : (
        paths.map((path, index) => (
          <path key={STRANDS[index]} className={`fibre-${STRANDS[index]?.toLowerCase()}`} d={path} />
        ))
      )}
    </svg>
  )
}

/** Lock-up of mark and name. The name is real text. */
export function Wordmark({ size = "md", className }: { size?: "md" | "lg"; className?: string }) {
  return (
    <span className={classNames("wordmark", size === "lg" && "wordmark--lg", className)}>
      <Mark size={size === "lg" ? 72 : 38} />
      <span className="wordmark__name">Simpul</span>
    </span>
  )
}
