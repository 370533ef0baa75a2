export { auditHandlers } from './audit-handlers.ts'
export { auditRefusal } from './audit-refusal.ts'
export { type AuditedAction, writeAudit } from './write-audit.ts'
