import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  received: 'Otrzymaliśmy Państwa reklamację: {received}. Ma ona numer {number}.',
  deadline: 'Nasza odpowiedź dotrze do Państwa najpóźniej: {deadline}.',
  next: 'Sprawa jest badana. Do tego czasu napiszemy, co postanowiliśmy i dlaczego, albo dlaczego potrzebujemy więcej czasu.',
  body: 'Jeśli nasza odpowiedź nie zakończy sporu albo nie nadejdzie w tym czasie, mogą Państwo zwrócić się do: {body}',
  closing: 'Jeśli ta odpowiedź nie kończy sporu, mogą Państwo zwrócić się do: {body}',
}
