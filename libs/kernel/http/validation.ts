import { Readable } from 'node:stream';
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

/**
 * Names that every object has: `constructor`, `__proto__`, `toString` … The libraries below look fields up by name and
 * take these for something else, so no input may carry one, however deep.
 */
function inheritedNames(value: unknown, path = ''): FieldProblem[] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  // A body that its route reads itself.
  if (value instanceof Readable) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const field = path ? `${path}.${name}` : name;
    return name in Object.prototype
      ? [{ field, code: 'field.whitelist_validation' }]
      : inheritedNames(part, field);
  });
}

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
    if (type !== 'custom') {
      const problems = inheritedNames(value);
      if (problems.length > 0) throw new DomainError('request.invalid', 422, {}, problems);
    }
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
