import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { translator } from "#app/i18n/messages.ts"
import { paths } from "#app/paths.ts"
import { StylePage } from "#app/ui/style-page.tsx"

export const loader = loaderFor("page.read", () => null, { public: true })

export const meta = (args: PageArgs) => {
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    path: paths.style(),
    title: t("help.style"),
    description: t("meta.style"),
    trail: [{ title: t("help.title"), path: paths.help() }],
  })
}

export default function Style() {
  return <StylePage />
}
