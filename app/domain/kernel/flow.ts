import { conflict } from "./errors.ts"

/** A workflow as data: where it starts, and for each step from which states it leads where. */
export type Flow<State extends string, Step extends string> = {
  readonly initial: State
  readonly steps: { readonly [N in Step]: { readonly from: readonly State[]; readonly to: State } }
}

export const defineFlow = <const State extends string, const Step extends string>(
  flow: Flow<State, Step>,
): Flow<State, Step> => flow

/** The state that `step` leads to. Refuses (conflict `flow.step`) where the step does not start in `state`. */
export function next<State extends string, Step extends string>(
  flow: Flow<State, Step>,
  state: State,
  step: Step,
): State {
  const { from, to } = flow.steps[step]
  if (!from.includes(state)) throw conflict("flow.step", { state, step })
  return to
}

/** The steps that may start in `state`, in the order the flow names them. */
export const stepsFrom = <State extends string, Step extends string>(flow: Flow<State, Step>, state: State): Step[] =>
  (Object.keys(flow.steps) as Step[]).filter((step) => flow.steps[step].from.includes(state))

/** Every state that a flow knows. */
export const statesOf = <State extends string, Step extends string>(flow: Flow<State, Step>): State[] => {
  const states = new Set<State>([flow.initial])
  for (const { from, to } of Object.values(flow.steps) as { from: readonly State[]; to: State }[]) {
    for (const state of from) states.add(state)
    states.add(to)
  }
  return [...states]
}
