import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { ButtonLink } from "../action/button.tsx"
import { DiffText } from "../data/diff-text.tsx"
import { Signatory, Steps } from "../data/steps.tsx"
import { Timeline } from "../data/timeline.tsx"
import { ActionCard, EmptyState } from "../feedback/empty-state.tsx"
import { Notice } from "../feedback/notice.tsx"
import { Section } from "../page/headings.tsx"
import { Grid, Sheet, Stack } from "../page/layout.tsx"
import { WEAVE_ART_KINDS } from "../weave/art.ts"
import { WeaveArt } from "../weave/weave-art.tsx"

const HASH = "9f2b6c1e0d5a4c3f8b7a6e5d4c3b2a190f8e7d6c5b4a39281706f5e4d3c2b1a0"

export function ProcessSamples() {
  const t = useT()
  const locale = useLocale()
  const moment = (instant: string) => formatInstant(locale, instant, "Asia/Jakarta")
  return (
    <Section id="alur" sideHead title={t("ui.style.process.title")}>
      <Steps
        label={t("ui.style.process.flow")}
        items={[
          { key: "1", label: t("ui.style.process.drafting"), note: t("ui.style.process.versions"), state: "done" },
          { key: "2", label: t("ui.style.process.approval"), state: "done" },
          { key: "3", label: t("ui.style.process.locking"), state: "skipped" },
          { key: "4", label: t("ui.style.process.signing"), note: t("ui.style.process.oneOfTwo"), state: "current" },
          { key: "5", label: t("ui.style.process.inForce"), state: "next" },
        ]}
      />
      <Grid columns={2}>
        <Signatory
          party={t("ui.style.process.first")}
          office={t("ui.style.process.governor")}
          name={t("ui.style.process.governorName")}
          state="positive"
          stateLabel={t("ui.style.process.signed")}
          time={moment("2021-12-08T03:30:00Z")}
          detail="Simpul Demo CA"
        />
        <Signatory
          party={t("ui.style.process.second")}
          office={t("ui.style.process.mayor")}
          name={t("ui.style.process.mayorName")}
          state="waiting"
          stateLabel={t("ui.style.process.awaiting")}
        />
      </Grid>
      <Section level={3} title={t("ui.style.process.changes")}>
        <Sheet>
          <DiffText
            runs={[
              { kind: "same", text: t("ui.style.process.before") },
              { kind: "removed", text: t("ui.style.process.removed") },
              { kind: "added", text: t("ui.style.process.added") },
              { kind: "same", text: t("ui.style.process.after") },
            ]}
          />
        </Sheet>
      </Section>
      <Section level={3} title={t("ui.style.process.history")}>
        <Timeline
          label={t("ui.style.process.history")}
          items={[
            {
              key: "1",
              time: moment("2021-11-24T02:12:00Z"),
              dateTime: "2021-11-24T02:12:00Z",
              title: t("ui.style.process.approved"),
              actor: "Kota Magelang",
              state: "positive",
            },
            {
              key: "2",
              time: moment("2021-11-23T08:40:00Z"),
              dateTime: "2021-11-23T08:40:00Z",
              title: t("ui.style.process.saved"),
              actor: "Ratna Wulandari",
              hash: HASH,
            },
            {
              key: "3",
              time: moment("2021-11-20T03:02:00Z"),
              dateTime: "2021-11-20T03:02:00Z",
              title: t("ui.style.process.declined"),
              actor: "Kota Magelang",
              state: "refused",
              icon: "cross-circle",
              body: t("ui.style.process.declinedWhy"),
            },
          ]}
        />
      </Section>
    </Section>
  )
}

export function MessageSamples() {
  const t = useT()
  return (
    <Section id="pesan" sideHead title={t("ui.style.messages.title")}>
      <Stack>
        {(["info", "success", "warning", "danger"] as const).map((kind) => (
          <Notice key={kind} kind={kind} title={t(`ui.notice.${kind}`)}>
            {t(`ui.style.messages.${kind}`)}
          </Notice>
        ))}
      </Stack>
      <ActionCard
        eyebrow={t("ui.style.messages.next")}
        title={t("ui.style.messages.nextTitle")}
        action={
          <ButtonLink href="#pesan" iconEnd="arrow-right">
            {t("ui.style.messages.nextAction")}
          </ButtonLink>
        }
      >
        {t("ui.style.messages.nextBody")}
      </ActionCard>
    </Section>
  )
}

export function EmptySamples() {
  const t = useT()
  return (
    <Section id="kosong" sideHead title={t("ui.style.empty.title")} lede={t("ui.style.empty.lede")}>
      <EmptyState
        art="agreement"
        title={t("ui.style.empty.heading")}
        actions={
          <ButtonLink href="#kosong" size="sm">
            {t("ui.style.empty.action")}
          </ButtonLink>
        }
      >
        {t("ui.style.empty.body")}
      </EmptyState>
      <ul className="art-sheet">
        {WEAVE_ART_KINDS.map((kind) => (
          <li key={kind}>
            <WeaveArt kind={kind} />
            <code>{kind}</code>
          </li>
        ))}
      </ul>
    </Section>
  )
}
