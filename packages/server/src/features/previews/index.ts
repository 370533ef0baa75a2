export { previewAnew, previewTickets } from './preview-tickets.ts'
