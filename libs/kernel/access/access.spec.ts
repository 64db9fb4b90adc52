import { definePermissions, permissionCodes } from './permissions.js';
import { defineErrors, DomainError, errorCodes } from '../errors/define-errors.js';

describe('declarations', () => {
  it('names permissions in snake case and lists them', () => {
    const codes = definePermissions('specimen', { reportLost: {}, read: {} });
    expect(codes).toEqual({ reportLost: 'specimen.report_lost', read: 'specimen.read' });
    expect(permissionCodes()).toEqual(
      expect.arrayContaining(['specimen.report_lost', 'specimen.read']),
    );
  });

  it('makes errors with a code, a status and what fills the words', () => {
    const errors = defineErrors('specimen', { notActive: { status: 409, params: ['status'] } });
    const error = errors.notActive({ status: 'lost' });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: 'specimen.not_active',
      status: 409,
      params: { status: 'lost' },
    });
    expect(errorCodes()).toContain('specimen.not_active');
  });
});
