import { describe, expect, it } from "vitest"
import {
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  errorItems,
  FieldLabels,
  FileInput,
  HiddenFields,
  HiddenHoneypot,
  PasswordInput,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
} from "#app/ui/index.ts"
import { markup, tagWith } from "./render.tsx"

describe("a text input", () => {
  it("is described by its hint and its error, and says that it was refused", () => {
    const html = markup(
      <TextInput name="title" label="Judul" hint="Singkat saja." errors={["Wajib diisi."]} required />,
    )
    const input = tagWith(html, 'name="title"')
    expect(input).toContain('id="title"')
    expect(input).toContain('aria-describedby="title-description title-error"')
    expect(input).toContain('aria-invalid="true"')
    expect(input).toContain("required")
    expect(html).toContain('<label id="title-label" class="field__label" for="title"')
    expect(html).toContain('id="title-description"')
    expect(html).toContain('id="title-error"')
  })

  it("claims no description and no error where there is none", () => {
    const input = tagWith(markup(<TextInput name="title" label="Judul" />), 'name="title"')
    expect(input).not.toContain("aria-describedby")
    expect(input).not.toContain("aria-invalid")
    expect(input).not.toContain("required")
  })

  it("takes what it needs from field metadata, and its own props win", () => {
    const field = {
      name: "parties[0].number",
      id: "form-number",
      initialValue: "12/KB",
      errors: ["Keliru"],
      maxLength: 40,
    }
    const html = markup(<TextInput field={field} label="Nomor" />)
    const input = tagWith(html, 'name="parties[0].number"')
    expect(input).toContain('id="form-number"')
    expect(input).toContain('maxLength="40"')
    expect(input).toContain('value="12/KB"')
    expect(html).toContain("Keliru")
    expect(markup(<TextInput field={field} label="Nomor" defaultValue="13/KB" errors={[]} />)).not.toMatch(
      /12\/KB|Keliru/,
    )
  })

  it("turns a name into an id that a link can point at", () => {
    expect(markup(<TextInput name="parties[0].number" label="Nomor" />)).toContain('id="parties-0-number"')
  })

  it("shows hostile values as text", () => {
    const hostile = '"><script>alert(1)</script>'
    const html = markup(
      <>
        <TextInput name="a" label={hostile} errors={[hostile]} defaultValue={hostile} />
        <TextArea name="b" label="B" defaultValue={hostile} />
        <HiddenFields values={{ c: hostile, gone: undefined }} />
      </>,
    )
    expect(html).not.toContain("<script>")
    expect(html).not.toContain("gone")
  })
})

it("never prints a password or a file name back into the page", () => {
  const html = markup(
    <>
      <PasswordInput field={{ name: "password", initialValue: "rahasia-sekali" }} label="Sandi" autoComplete="off" />
      <PasswordInput name="again" defaultValue="rahasia-sekali" label="Sandi" autoComplete="off" />
      <FileInput name="file" defaultValue="rahasia-sekali" label="Berkas" limit="PDF" />
    </>,
  )
  expect(html).not.toContain("rahasia-sekali")
  expect(html).toContain('type="password"')
})

describe("choices", () => {
  const options = [
    { value: "kb", label: "Kesepakatan", hint: "Hanya kepala daerah." },
    { value: "pks", label: "Perjanjian", disabled: true },
  ]

  it("gives the first choice the group's id, so that the error summary reaches it", () => {
    const html = markup(
      <RadioGroup name="kind" label="Jenis" options={options} defaultValue="kb" errors={["Pilih satu."]} />,
    )
    expect(tagWith(html, 'id="kind"')).toContain('type="radio"')
    expect(tagWith(html, 'value="kb"')).toContain("checked")
    expect(tagWith(html, 'value="pks"')).not.toContain("checked")
    expect(tagWith(html, 'value="pks"')).toContain("disabled")
    expect(tagWith(html, "<fieldset")).toContain('aria-describedby="kind-error"')
    expect(tagWith(html, 'value="kb"')).toContain('aria-describedby="kind-hint"')
  })

  it("keeps every tick of a refused form", () => {
    const html = markup(<CheckboxGroup name="scope" label="Lingkup" options={options} defaultValue={["kb", "pks"]} />)
    expect(html.match(/checked/g)).toHaveLength(2)
    const one = markup(<CheckboxGroup name="scope" label="Lingkup" options={options} defaultValue="pks" />)
    expect(tagWith(one, 'value="pks"')).toContain("checked")
    expect(tagWith(markup(<Checkbox name="agree" label="Setuju" defaultValue="on" />), 'name="agree"')).toContain(
      "checked",
    )
    expect(tagWith(markup(<Checkbox name="agree" label="Setuju" />), 'name="agree"')).not.toContain("checked")
  })

  it("opens a select on no answer unless an answer is known", () => {
    const choices = [{ group: "Jawa", options: [{ value: "32", label: "Jawa Barat" }] }]
    const open = markup(<Select name="region" label="Wilayah" options={choices} />)
    expect(tagWith(open, 'value=""')).toContain("selected")
    const chosen = markup(<Select name="region" label="Wilayah" options={choices} defaultValue="32" />)
    expect(tagWith(chosen, 'value="32"')).toContain("selected")
  })
})

describe("the error summary", () => {
  it("draws nothing when all is well", () => {
    expect(markup(<ErrorSummary errors={[]} />)).toBe("")
  })

  it("is announced and leads to each field by the id that the field carries", () => {
    const fields = [
      { name: "parties[0].number", errors: ["Nomor wajib diisi."] },
      { name: "title", id: "judul", errors: ["Judul terlalu panjang."] },
      { name: "place" },
    ]
    const labels = new Map()
    const draw = () =>
      markup(
        <FieldLabels.Provider value={labels}>
          <ErrorSummary errors={errorItems(fields, ["Naskah sudah dikunci."])} />
          {fields.map((field) => (
            <TextInput key={field.name} field={field} label={`Kolom ${field.name}`} />
          ))}
        </FieldLabels.Provider>,
      )
    expect(draw()).toContain('<a href="#judul">Judul terlalu panjang.</a>')
    const html = draw()
    expect(html).toMatch(/<a href="#judul"><span[^>]*>Kolom title: <\/span>Judul terlalu panjang\.<\/a>/)
    expect(html).toContain('role="alert" tabindex="-1" autofocus=""')
    expect(html).toContain("Naskah sudah dikunci.")
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(targets).toEqual(["parties-0-number", "judul"])
    for (const [target, name] of [
      ["parties-0-number", "parties[0].number"],
      ["judul", "title"],
    ]) {
      expect(html).toContain(`<a href="#${target}"><span class="error-summary__field">Kolom ${name}: </span>`)
      expect(html).toContain(`<label id="${target}-label" class="field__label" for="${target}">Kolom ${name}`)
    }
    for (const target of targets) expect(html).toContain(`<input class="input" id="${target}"`)
  })
})

it("hides the honeypot from people, keyboards and password managers", () => {
  const html = markup(<HiddenHoneypot />)
  expect(html).toContain('aria-hidden="true"')
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('autoComplete="off"')
})
