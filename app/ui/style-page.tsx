import { useT } from "#app/i18n/react.tsx"
import { PageHeading } from "./page/headings.tsx"
import { Page } from "./page/layout.tsx"
import { ColourSamples } from "./style/colours.tsx"
import { DataSamples, LabelSamples } from "./style/data-samples.tsx"
import { ActionSamples, FormSamples } from "./style/form-samples.tsx"
import { IconSamples, IdentitySamples, TypeSamples } from "./style/identity.tsx"
import { EmptySamples, MessageSamples, ProcessSamples } from "./style/process-samples.tsx"

/** The living style page: every token and every component in its states, made of the components themselves. */
export function StylePage() {
  const t = useT()
  const parts = [
    ["anyaman", t("ui.style.identity.title")],
    ["warna", t("ui.style.colour.title")],
    ["huruf", t("ui.style.type.title")],
    ["tanda", t("ui.style.icons.title")],
    ["tindakan", t("ui.style.actions.title")],
    ["label", t("ui.style.labels.title")],
    ["isian", t("ui.style.form.title")],
    ["data", t("ui.style.data.title")],
    ["alur", t("ui.style.process.title")],
    ["pesan", t("ui.style.messages.title")],
    ["kosong", t("ui.style.empty.title")],
  ] as const
  return (
    <Page width="wide">
      <PageHeading title={t("ui.style.title")} lede={t("ui.style.lede")} />
      <nav aria-label={t("ui.style.contents")}>
        <ul className="style-contents">
          {parts.map(([id, title]) => (
            <li key={id}>
              <a className="anchor" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <IdentitySamples />
      <ColourSamples />
      <TypeSamples />
      <IconSamples />
      <ActionSamples />
      <LabelSamples />
      <FormSamples />
      <DataSamples />
      <ProcessSamples />
      <MessageSamples />
      <EmptySamples />
    </Page>
  )
}
