import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** In any language the line has these marks: where it stands in an answer, what is below was ours and is not sent on. */
export const ANSWER_LINE = /##-/u

const WORDS = {
  en: 'Write your answer above this line',
  ar: 'اكتب جوابك فوق هذا السطر',
  it: 'Scrivi la risposta sopra questa riga',
  pl: 'Odpowiedź wpisz nad tą linią',
  el: 'Γράψτε την απάντηση πάνω από τη γραμμή',
} as const satisfies Record<string, string>

const LANGUAGES: ReadonlyMap<string, string> = new Map(Object.entries(WORDS))

/** What mail that somebody of the desk may answer begins with: short enough that no mail program breaks it in two. */
export function answerLine(language: string): string {
  return `##- ${LANGUAGES.get(language.toLowerCase().split('-')[0] ?? '') ?? WORDS.en} -##`
}

/** May people of the desk answer from their own mail programs in this workspace? */
export async function answersByMail(tx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ answers_by_mail: boolean }>`
    select answers_by_mail from control.workspace where id = ${tx.workspace}`.execute(tx.db)
  return rows[0]?.answers_by_mail === true
}
