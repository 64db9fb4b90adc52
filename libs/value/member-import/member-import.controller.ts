import { ImportPermission, ImportRef, ImportStartedView, ImportView } from '#chain/imports';
import { type Actor, type CommandOutcome, CurrentActor, IdempotencyKey, Requires } from '#kernel';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CommitImportInput, ImportMappingInput } from './member-import.dto.js';
import { MemberImportService } from './member-import.service.js';

/** What only an import of members is asked: what its columns mean, and its control totals. */
@ApiTags('imports')
@Controller('imports')
export class MemberImportController {
  constructor(private readonly members: MemberImportService) {}

  /**
   * What the columns mean; starts the dry run.
   * Errors: import.not_found, import.wrong_step, request.invalid, access.store_forbidden.
   */
  @Put(':id/mapping')
  @Requires(ImportPermission.members)
  @ApiOkResponse({ type: ImportView })
  map(
    @Param() { id }: ImportRef,
    @Body() input: ImportMappingInput,
    @CurrentActor() actor: Actor,
  ): Promise<ImportView> {
    return this.members.map(actor, id, input);
  }

  /**
   * Signs the control totals; the rows are taken over in the background.
   * Errors: import.not_found, import.wrong_step, import.totals_differ, import.nothing_to_import.
   */
  @Post(':id/commit')
  @HttpCode(200)
  @Requires(ImportPermission.members)
  @ApiOkResponse({ type: ImportStartedView })
  commit(
    @Param() { id }: ImportRef,
    @Body() input: CommitImportInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<ImportStartedView>> {
    return this.members.commit(actor, id, input, key);
  }
}
