import { createContext } from "react"

/** The CSP nonce of the response being rendered; undefined in the browser. */
export const NonceContext = createContext<string | undefined>(undefined)

/** Whether this is an evaluation: its mark stands on every page, also where no loader could answer. */
export const DemoContext = createContext(false)
