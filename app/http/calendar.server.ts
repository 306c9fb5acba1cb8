import { attachment } from "./download.server.ts"

/** A calendar file as a download that calendars of telephones open. */
export const calendarResponse = (
  file: { readonly name: string; readonly text: string },
  cacheControl: string,
): Response =>
  new Response(file.text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": attachment(file.name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": cacheControl,
    },
  })
