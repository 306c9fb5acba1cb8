/** A step of a shaded map: the counts that it stands for, both ends among them. */
export type CountStep = { readonly from: number; readonly to: number }

export const mostSteps = 4

/**
 * At most four steps for some counts of one and more, each as many times wider than the one before as the next: a few
 * large counts must not make all small ones look alike. Four different counts or fewer have a step each.
 */
export function countSteps(counts: readonly number[]): CountStep[] {
  const different = [...new Set(counts.filter((count) => count > 0))].sort((a, b) => a - b)
  const [least = 0] = different
  const most = different.at(-1) ?? 0
  const ends =
    different.length <= mostSteps
      ? different
      : Array.from({ length: mostSteps }, (_, i) => Math.floor(least * (most / least) ** ((i + 1) / mostSteps) + 1e-9))
  const steps: CountStep[] = []
  for (const to of ends) {
    const from = steps.length === 0 ? least : (steps.at(-1)?.to ?? 0) + 1
    if (to >= from) steps.push({ from: different.length <= mostSteps ? to : from, to })
  }
  return steps
}

/** The number of the step that `count` lies in, from 1; 0 for none. */
export const stepOf = (steps: readonly CountStep[], count: number): number =>
  count > 0 ? steps.findIndex(({ to }) => count <= to) + 1 : 0
