import { z } from 'zod'

/** RFC 3339 in UTC with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 }).meta({ id: 'Instant', example: '2026-11-22T09:12:00.000Z' })
export const id = z.uuid()
/** Of a person, or of a company. */
export const properName = z.string().trim().min(1).max(200)
export const mailAddress = z.email().max(254)
/** The languages that the desk, the public pages and the mails are written in. */
export const LANGUAGES = ['en', 'ar', 'it', 'pl', 'el'] as const
export const language = z.enum(LANGUAGES)
/** A text by language: `{"en":"…","ar":"…"}`. */
export const texts = z.record(z.string(), z.string()).meta({ id: 'Texts' })
export const money = z.object({ minor: z.number().int(), currency: z.string().length(3) })
/** A person of staff or a customer, as others see them. */
export const personRef = z.object({ id, name: z.string(), email: z.string().nullable() }).meta({ id: 'PersonRef' })
/** A fact's value, as docs/formats/history.md names them; null: unknown. */
export const factValue = z.union([z.string().max(500), z.number(), z.boolean(), z.null(), money])
export const facts = z.record(z.string().max(100), factValue)

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
/** Any JSON; what is read of it may not be changed. */
export const json: z.ZodType<Json, Json> = z.json()

/** A page of a list, and the cursor of the next; null at the end. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const page = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export type PersonRef = z.infer<typeof personRef>
