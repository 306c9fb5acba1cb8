import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { StylePage } from "#app/ui/style-page.tsx"

export const loader = loaderFor("page.read", () => null, { public: true })

export const meta = metaFrom("help.style")

export default function Style() {
  return <StylePage />
}
