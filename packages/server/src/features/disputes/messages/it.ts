import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  received: 'Abbiamo ricevuto il suo reclamo: {received}. Ha il numero {number}.',
  deadline: 'La nostra risposta le arriva entro questo termine: {deadline}.',
  next: 'Lo stiamo esaminando. Entro quel termine le scriviamo che cosa decidiamo e perché, o perché ci serve più tempo.',
  body: 'Se la nostra risposta non risolve la questione, o non arriva entro il termine, può rivolgersi a: {body}',
  closing: 'Se questa risposta non risolve la questione, può rivolgersi a: {body}',
}
