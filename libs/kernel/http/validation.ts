import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, snakeCase, type FieldProblem } from '../errors/define-errors.js';

function problemsOf(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix ? `${prefix}.${error.property}` : error.property;
    const own = Object.keys(error.constraints ?? {})[0];
    return [
      ...(own ? [{ field, code: `field.${snakeCase(own)}` }] : []),
      ...problemsOf(error.children ?? [], field),
    ];
  });
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
