import { notFound } from "#app/domain/kernel/errors.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"

/** Every address that the table of contents does not know, so that it gets the portal's own page in its language. */
export const loader = loaderFor("page.read", () => {
  throw notFound()
})

export const action = actionFor(
  "page.read",
  () => {
    throw notFound()
  },
  { methods: ["POST", "PUT", "PATCH", "DELETE"] },
)

export default function Missing() {
  return null
}
