export { AUDIT_TEXT as default } from '#audit/rules';
