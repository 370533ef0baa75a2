export { previewTickets } from './preview-tickets.ts'
