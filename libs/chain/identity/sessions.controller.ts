import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Authenticated, CurrentActor, Env, Public, type Actor, type ActorRequest } from '#kernel';
import { clearSessionCookie, setDeviceCookie, setSessionCookie } from './session.cookie.js';
import {
  ChangePasswordInput,
  ChooseTillInput,
  SessionView,
  SignInInput,
  UnlockInput,
} from './session.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('session')
@Controller('session')
export class SessionsController {
  constructor(
    private readonly env: Env,
    private readonly sessions: SessionsService,
  ) {}

  /** Errors: session.wrong_credentials, session.too_many_attempts. */
  @Post()
  @Public()
  @ApiCreatedResponse({ type: SessionView })
  async signIn(
    @Body() input: SignInInput,
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, deviceToken, maxAgeSeconds, view } = await this.sessions.signIn(input, request);
    setSessionCookie(reply, this.env, token, maxAgeSeconds);
    setDeviceCookie(reply, this.env, deviceToken);
    return view;
  }

  /** Who is asking. Errors: session.none, session.expired. */
  @Get()
  @Authenticated({ evenLocked: true })
  @ApiOkResponse({ type: SessionView })
  who(@Req() request: ActorRequest): Promise<SessionView> {
    return this.sessions.view(request);
  }

  /** Signs out. There is nothing wrong with doing it twice. */
  @Delete()
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @Req() request: ActorRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.signOut(request);
    clearSessionCookie(reply, this.env);
  }

  /** The counter this session works at. Errors: session.till_not_allowed, session.till_taken. */
  @Put('till')
  @Authenticated()
  @ApiOkResponse({ type: SessionView })
  chooseTill(
    @Body() input: ChooseTillInput,
    @CurrentActor() actor: Actor,
    @Req() request: ActorRequest,
  ): Promise<SessionView> {
    return this.sessions.chooseTill(actor, request, input);
  }

  @Put('lock')
  @Authenticated({ evenLocked: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  lock(@Req() request: ActorRequest): Promise<void> {
    return this.sessions.lock(request);
  }

  /** Errors: session.wrong_password, session.too_many_attempts. */
  @Post('unlock')
  @Authenticated({ evenLocked: true })
  @HttpCode(200)
  @ApiOkResponse({ type: SessionView })
  unlock(@Body() input: UnlockInput, @Req() request: ActorRequest): Promise<SessionView> {
    return this.sessions.unlock(request, input.password);
  }

  /** The person's other sessions end. Errors: session.wrong_password, session.password_too_weak, session.too_many_attempts. */
  @Put('password')
  @Authenticated()
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(
    @Body() input: ChangePasswordInput,
    @CurrentActor() actor: Actor,
    @Req() request: ActorRequest,
  ): Promise<void> {
    return this.sessions.changePassword(actor, request, input);
  }
}
