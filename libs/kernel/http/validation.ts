import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, snakeCase, type FieldProblem } from '../errors/define-errors.js';

function problemsOf(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {})[0];
    return [
      ...(own ? [problemOf(field, own, error)] : []),
      ...problemsOf(error.children ?? [], field),
    ];
  });
}

function problemOf(field: string, rule: string, error: ValidationError): FieldProblem {
  const params = error.contexts?.[rule] as FieldProblem['params'];
  return { field, code: `field.${snakeCase(rule)}`, ...(params ? { params } : {}) };
}

/** Unknown fields are refused, known ones say what is wrong with them, field by field. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new DomainError('request.invalid', 422, {}, problemsOf(errors)),
  });
}
