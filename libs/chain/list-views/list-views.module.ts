import { Module } from '@nestjs/common';
import { ListViewsController } from './list-views.controller.js';
import { ListViewsService } from './list-views.service.js';

/** Owns how people look at lists: saved views, columns, order and widths. Never knows what a list shows. */
@Module({
  controllers: [ListViewsController],
  providers: [ListViewsService],
})
export class ListViewsModule {}
