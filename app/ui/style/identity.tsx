import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { StrandBadge } from "../data/badge.tsx"
import { Icon } from "../icon/icon.tsx"
import { ICON_PATHS, type IconName } from "../icon/paths.ts"
import { Section } from "../page/headings.tsx"
import { Cluster, Prose, Stack } from "../page/layout.tsx"
import { STRANDS } from "../strand.ts"
import { Mark, Wordmark } from "../weave/mark.tsx"
import { PlaitBand } from "../weave/plait-band.tsx"
import { WeavePattern } from "../weave/weave-pattern.tsx"

function Exhibit({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <figure className="exhibit">
      <div className="exhibit__object">{children}</div>
      <figcaption>{label}</figcaption>
    </figure>
  )
}

export function IdentitySamples() {
  const t = useT()
  return (
    <Section id="anyaman" sideHead title={t("ui.style.identity.title")} lede={t("ui.style.identity.lede")}>
      <Cluster gap="xl">
        <Exhibit label={t("ui.style.identity.mark")}>
          <Mark size={16} />
          <Mark size={24} />
          <Mark size={48} />
          <Mark size={240} />
        </Exhibit>
        <Exhibit label={t("ui.style.identity.mono")}>
          <Mark size={24} mono />
          <Mark size={120} mono />
          <Wordmark size="lg" />
        </Exhibit>
      </Cluster>
      <Exhibit label={t("ui.style.identity.band")}>
        <PlaitBand />
      </Exhibit>
      <Exhibit label={t("ui.style.identity.pattern")}>
        <div className="exhibit__field">
          <WeavePattern columns={48} rows={10} loose={8} cell={14} label={t("ui.style.identity.patternLabel")} />
        </div>
      </Exhibit>
      <Exhibit label={t("ui.style.identity.strands")}>
        <Cluster gap="lg">
          {STRANDS.map((strand) => (
            <StrandBadge key={strand} strand={strand} />
          ))}
        </Cluster>
      </Exhibit>
    </Section>
  )
}

const sizes = ["text-display", "text-3xl", "text-2xl", "text-xl", "text-lg", "text-base", "text-sm", "text-xs"] as const

export function TypeSamples() {
  const t = useT()
  return (
    <Section id="huruf" sideHead title={t("ui.style.type.title")} lede={t("ui.style.type.lede")}>
      <Stack gap="md" as="ul">
        {sizes.map((size, index) => (
          <li key={size} className="specimen">
            <span className="specimen__name">{size}</span>
            <span className={`${size} specimen__line${index < 4 ? " specimen__line--head" : ""}`}>
              {t("ui.style.type.sample")}
            </span>
          </li>
        ))}
      </Stack>
      <Prose>
        <p>{t("ui.style.type.prose")}</p>
        <p className="tabular">{t("ui.style.type.figures")}: 0123456789 · Rp1.250.000 · 8/12/2021</p>
      </Prose>
    </Section>
  )
}

export function IconSamples() {
  const t = useT()
  return (
    <Section id="tanda" sideHead title={t("ui.style.icons.title")} lede={t("ui.style.icons.lede")}>
      <ul className="icon-sheet">
        {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
          <li key={name}>
            <Icon name={name} size="lg" />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}
