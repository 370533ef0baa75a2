import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  subject:
    '{count, plural, one {Una richiesta ha bisogno di te: {number}} many {# richieste hanno bisogno di te: {number}} other {# richieste hanno bisogno di te: {number}}}',
  told: 'Richiesta {number}: il passo {step} di {clause} è scattato {due}.',
  given: 'La richiesta {number} ora è tua: il passo {step} di {clause} è scattato {due}.',
  waited:
    'Richiesta {number}: l’attesa al passo {step} di {clause} è durata fino al termine massimo: {due}. Si passa al passo successivo.',
}
