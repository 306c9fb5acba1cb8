/**
 * Says that a chosen file is too large before it is sent, which on a slow line takes long. The field carries its limit in
 * `data-most` (bytes) and the sentence in `data-too-large`. Without this script the server says it, after the sending.
 */
function attach(input: HTMLInputElement): void {
  const most = Number(input.dataset.most)
  input.addEventListener("change", () => {
    const large = [...(input.files ?? [])].some(({ size }) => size > most)
    input.setCustomValidity(large ? (input.dataset.tooLarge ?? "") : "")
    input.reportValidity()
  })
  input.form?.addEventListener("submit", (event) => {
    if (!input.validity.customError) return
    event.preventDefault()
    input.reportValidity()
  })
}

for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-most]")) attach(input)
