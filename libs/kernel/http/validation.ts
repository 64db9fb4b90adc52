import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
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

const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
};

const refusalOf = (errors: readonly ValidationError[]): DomainError =>
  new DomainError('request.invalid', 422, {}, problemsOf(errors));

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Unknown fields are refused, known ones say what is wrong with them, field by field. */
class InputPipe extends ValidationPipe {
  constructor() {
    super({ transform: true, ...RULES, exceptionFactory: refusalOf });
  }

  // A body that was parsed from JSON holds no binary values, no gaps and no prototype keys: half of the framework's work
  // on it looks for these.
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype, type } = metadata;
    if (type !== 'body' || !metatype || !this.toValidate(metadata) || !isPlainObject(value))
      return super.transform(value, metadata) as Promise<unknown>;
    const input = plainToInstance(metatype as new () => object, value);
    const errors = validateSync(input, RULES);
    if (errors.length > 0) throw refusalOf(errors);
    return input;
  }
}

export function validationPipe(): ValidationPipe {
  return new InputPipe();
}
