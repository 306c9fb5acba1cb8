import { createInterface, type Interface } from "node:readline"
import { Writable } from "node:stream"

/** The operator's terminal: prints lines, asks for lines, and keeps secrets off the screen while they are typed. */
export function terminal(): {
  print(line: string): void
  note(line: string): void
  ask(question: string, options: { secret: boolean }): Promise<string>
  close(): void
} {
  let quiet = false
  let lines: Interface | undefined
  let answers: AsyncIterator<string> | undefined
  const screen = new Writable({
    write(chunk, _encoding, done) {
      if (!quiet) process.stderr.write(chunk)
      done()
    },
  })
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    async ask(question, { secret }) {
      const interactive = process.stdin.isTTY === true
      lines ??= createInterface({ input: process.stdin, output: screen, terminal: interactive })
      answers ??= lines[Symbol.asyncIterator]()
      if (interactive) process.stderr.write(question)
      quiet = secret
      const answer = await answers.next()
      quiet = false
      if (interactive && secret) process.stderr.write("\n")
      return answer.done ? "" : answer.value
    },
    close: () => lines?.close(),
  }
}
