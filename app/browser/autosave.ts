/**
 * Saves a form while it is being written. The form carries the address in `data-autosave`, the sentences for its state
 * in `data-*`, and a `[data-autosave-status]` to say them in. Without this script its button saves it.
 *
 * The address answers `{saved, savedAt, seen}`, which go into the form's `draftNumber` and `seen`; 409 when somebody
 * else saved meanwhile: then nothing is sent any more until the writer presses the button and gets both texts.
 */

const pause = 1_500
const longest = 10_000
const retries = [3_000, 10_000, 30_000]

type Saved = { readonly saved: number; readonly savedAt: string; readonly seen: unknown }

function attach(form: HTMLFormElement): void {
  const address = form.dataset.autosave
  const status = form.querySelector<HTMLElement>("[data-autosave-status]")
  if (!address || !status) return

  let changed = form.dataset.dirty === "true"
  let changedSince = 0
  let sending = false
  let stopped = false
  let failures = 0
  let timer: number | undefined

  const say = (key: string, time = "") => {
    status.dataset.state = key
    status.textContent = (form.dataset[key] ?? "").replace("{time}", time)
  }
  const clock = (instant: string) =>
    `${new Intl.DateTimeFormat(document.documentElement.lang, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: form.dataset.zone,
    }).format(new Date(instant))} ${form.dataset.zoneName ?? ""}`.trim()
  const later = (wait: number) => {
    window.clearTimeout(timer)
    timer = window.setTimeout(send, wait)
  }
  const hidden = (name: string) => form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)

  async function send(): Promise<void> {
    if (!changed || sending || stopped) return
    sending = true
    changed = false
    changedSince = 0
    say("saving")
    try {
      const fields = new URLSearchParams()
      for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value)
      const response = await fetch(address ?? "", { method: "POST", body: fields, keepalive: true, redirect: "error" })
      if (response.ok) {
        const { saved, savedAt, seen } = (await response.json()) as Saved
        const [number, marks] = [hidden("draftNumber"), hidden("seen")]
        if (number) number.value = String(saved)
        if (marks) marks.value = JSON.stringify(seen)
        failures = 0
        if (changed) later(pause)
        else say("saved", clock(savedAt))
      } else if (response.status === 429 || response.status >= 500) {
        retry()
      } else {
        // Both texts, an ended session, a text that is too long: the button's page says what to do.
        changed = true
        stopped = true
        say(response.status === 409 ? "stale" : response.status === 401 ? "ended" : "refused")
      }
    } catch {
      retry()
    } finally {
      sending = false
    }
  }

  function retry(): void {
    changed = true
    say("offline")
    later(retries[Math.min(failures, retries.length - 1)] ?? longest)
    failures += 1
  }

  form.addEventListener("input", () => {
    changed = true
    if (stopped) return
    changedSince ||= Date.now()
    if (failures === 0) later(Date.now() - changedSince > longest ? 0 : pause)
  })
  window.addEventListener("online", () => later(0))
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void send()
  })
  let leaving = false
  form.addEventListener("submit", () => {
    leaving = true
    stopped = true
    window.clearTimeout(timer)
  })
  window.addEventListener("beforeunload", (event) => {
    if ((changed || sending) && !leaving) event.preventDefault()
  })
  if (changed) later(pause)
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) attach(form)
