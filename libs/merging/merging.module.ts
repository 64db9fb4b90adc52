import { Module } from '@nestjs/common';
import './merge.entity.js';

/** Two records of one person become one. */
@Module({})
export class MergingModule {}
