import { describe, expect, it } from 'vitest'
import { type ToneOf, toneHints } from './tone-hints.ts'

const TONES: readonly ToneOf[] = [
  { language: 'en', never: ['as soon as possible', 'unfortunately', 'ASAP'] },
  { language: 'it', address: 'Lei', never: ['le faremo sapere', 'purtroppo'] },
  { language: 'pl', address: 'Pan/Pani', never: ['niezwłocznie', 'nie da się'] },
  { language: 'el', address: 'εσείς', never: ['δυστυχώς', 'το συντομότερο'] },
  { language: 'ar', address: 'أنتم', never: ['في أقرب وقت', 'للأسف'] },
]
const told = (text: string, language: string) => toneHints(text, language, TONES).map(({ words }) => words)

/** Answers as they are typed: the language, the text, what is told of it. */
const CORPUS: readonly (readonly [string, string, readonly string[]])[] = [
  ['en', 'We reply As Soon\nAs  Possible, unfortunately.', ['as soon as possible', 'unfortunately']],
  ['en', 'Reply asap!', ['ASAP']],
  ['en', 'The asapling is fortunately back; as soon as it is possible we write.', []],
  ['en-GB', 'Unfortunately not.', ['unfortunately']],
  ['it', 'Purtroppo non possiamo. Le faremo sapere.', ['le faremo sapere', 'purtroppo']],
  ['it', 'Ciao, il tuo ordine è partito e ti scriviamo.', ['ti', 'tuo']],
  ['it', 'La statua in attuale vetrina, il tè e i tuoni: Le mandiamo il Suo ordine.', []],
  ['pl', 'Niezwłocznie odpiszemy. Nie da się tego zrobić.', ['niezwłocznie', 'nie da się']],
  ['pl', 'Twoje zamówienie wysłaliśmy do Ciebie.', ['ciebie', 'twoje']],
  ['pl', 'Typ ciągnika: ci klienci tytułem próby dostaną Pana zamówienie; niezwłoczniej się nie da.', []],
  ['el', 'ΔΥΣΤΥΧΩΣ δεν γίνεται· θα σας γράψουμε το συντομότερο.', ['δυστυχώς', 'το συντομότερο']],
  ['el', 'Η παραγγελία σου έφυγε.', ['σου']],
  ['el', 'Η σούπα και ο σουγιάς σας έφυγαν, εσείς θα τα λάβετε.', []],
  ['ar', 'للأَسَف لا يمكن، وسنردّ في أقرب وقت.', ['في أقرب وقت', 'للأسف']],
  ['ar', 'هل أنت بخير؟', ['أنت']],
  ['ar', 'أنتم وأنتما وأنتن في خير، والأسف كبير.', []],
]

describe('what an answer says otherwise than the charter wants', () => {
  it.each(CORPUS)('in %s: %s', (language, text, wanted) => {
    expect(told(text, language)).toEqual(wanted)
  })

  it('is told of the language that the answer is in, and of no other', () => {
    expect(told('Purtroppo no, il tuo ordine.', 'en')).toEqual([])
    expect(told('Unfortunately not.', 'fr')).toEqual([])
  })

  it('is not told of what quotes the customer', () => {
    expect(told('> Purtroppo il tuo servizio\n  > ti scrivo\nLa ringraziamo.', 'it')).toEqual([])
  })

  it('says of each word why', () => {
    expect(toneHints('Purtroppo tu', 'it', TONES)).toEqual([
      { kind: 'never', words: 'purtroppo' },
      { kind: 'address', words: 'tu' },
    ])
    const familiar: readonly ToneOf[] = [{ language: 'it', address: 'tu', never: [] }]
    expect(toneHints('Il tuo ordine', 'it', familiar)).toEqual([])
  })
})
