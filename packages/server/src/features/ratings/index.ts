export { rateTicket, SCORES, type Score } from './rate-ticket.ts'
export { ratingFooter } from './rating-footer.ts'
export { type RatingLinks, type RatingLinksFor, ratingLinks } from './rating-links.ts'
