import { afterEach } from "vitest"
import { closeOpened } from "./closing.ts"

// Set up for every file: files share their modules, so a hook in one of those would stand for the first file alone.
afterEach(closeOpened)
