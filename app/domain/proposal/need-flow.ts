import { defineFlow } from "../kernel/flow.ts"

/** The life of a need: written by a region, open to proposals, closed, opened again. A draft that is not wanted goes. */
export const needFlow = defineFlow({
  initial: "draft",
  steps: {
    edit: { from: ["draft"], to: "draft" },
    /** The same while everybody reads it. */
    amend: { from: ["open"], to: "open" },
    /** The same once it is closed: whoever wants to open it again may first have to give it new days. */
    correct: { from: ["closed"], to: "closed" },
    publish: { from: ["draft"], to: "open" },
    close: { from: ["open"], to: "closed" },
    reopen: { from: ["closed"], to: "open" },
    discard: { from: ["draft"], to: "discarded" },
  },
})

export type NeedStep = keyof typeof needFlow.steps
