import { useId } from "react"
import { type CountStep, stepOf } from "./count-steps.ts"

export type AreaShape = {
  readonly key: string
  /** SVG path data in the units of the frame. */
  readonly path: string
  /** Where its number stands. */
  readonly at: readonly [x: number, y: number]
  readonly count: number
  /** What it is and how many it has: the name of its link. */
  readonly label: string
  readonly href: string
}

type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * A map shaded in steps: what has something is a link with its number on it, what has nothing is land only. `title` and
 * `description` say in words what it is; a table with the same numbers has to stand beside it.
 */
export function AreaMap({
  frame,
  areas,
  steps,
  title,
  description,
}: {
  frame: Frame
  areas: readonly AreaShape[]
  steps: readonly CountStep[]
  title: string
  description: string
}) {
  const id = useId()
  const counted = areas.filter(({ count }) => count > 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it, and no fieldset
    <svg
      className="area-map"
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g className="area-map__land" aria-hidden="true">
        {areas.map(({ key, path, count }) => (count > 0 ? null : <path key={key} d={path} />))}
      </g>
      {counted.map(({ key, path, count, label, href }) => (
        <a key={key} href={href}>
          <title>{label}</title>
          <path className={`step-${stepOf(steps, count)}`} d={path} />
        </a>
      ))}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g className="area-map__counts" aria-hidden="true">
        {counted.map(({ key, at: [x, y], count }) => (
          <text key={key} x={x} y={y}>
            {count}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** What the shades of a map mean, the lightest first. */
export function StepLegend({
  steps,
  label,
  none,
  words,
}: {
  steps: readonly CountStep[]
  label: string
  /** What stands for nothing, where the map has any of it. */
  none: string | undefined
  words: (step: CountStep) => string
}) {
  return (
    <ul className="step-legend" aria-label={label}>
      {none ? (
        <li>
          <Swatch step={0} />
          {none}
        </li>
      ) : null}
      {steps.map((step, i) => (
        <li key={step.to}>
          <Swatch step={i + 1} />
          {words(step)}
        </li>
      ))}
    </ul>
  )
}

/** The shade of one step, beside words that say what it means. */
function Swatch({ step }: { step: number }) {
  return (
    <svg className="step-swatch" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
      <rect className={`step-${step}`} x="0.5" y="0.5" width="19" height="13" rx="1.5" />
    </svg>
  )
}
