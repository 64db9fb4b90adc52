import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type ImportWork, kindOf } from './import-kind.js';

/** Whoever does the work of a kind: a service of the capability that declared it. */
@Injectable()
export class ImportWorks {
  constructor(private readonly modules: ModuleRef) {}

  of(kind: string): ImportWork {
    return this.modules.get(kindOf(kind).work, { strict: false });
  }
}
