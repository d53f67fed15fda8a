/* What limit.c cannot say in C. */

  .syntax unified
  .cpu cortex-m33
  .thumb
  .text

/* bool limit_switch(function, arguments, stack pointer, its limit): calls with
 * the first four words of `arguments` in registers, on that stack; false when it
 * went over its end. */
  .global limit_switch
  .thumb_func
  .type limit_switch, %function
limit_switch:
  push {r3-r11, lr}
  ldr r4, =limit_sp
  str sp, [r4]
  movs r4, #0
  msr psplim, r4
  msr psp, r2
  msr psplim, r3
  mov r12, r0
  ldm r1, {r0-r3}
  movs r4, #2
  msr control, r4
  isb
  blx r12
  movs r4, #0
  msr control, r4
  isb
  ldr r4, =limit_result
  strd r0, r1, [r4]
  movs r0, #1
  pop {r3-r11, pc}

  .thumb_func
  .type limit_over, %function
limit_over:
  movs r0, #0
  pop {r3-r11, pc}
  .ltorg

/* Of a stack that went over its end nothing can be resumed: the call ends, on
 * the stack of the caller. */
  .global limit_usage_fault
  .thumb_func
  .type limit_usage_fault, %function
limit_usage_fault:
  ldr r1, =0xe000ed28 /* CFSR */
  ldr r0, [r1]
  tst r0, #0x100000 /* STKOF */
  beq 1f
  str r0, [r1]
  ldr r0, =limit_sp
  ldr r0, [r0]
  subs r0, #32
  ldr r1, =limit_over
  str r1, [r0, #24]
  mov r1, #0x01000000
  str r1, [r0, #28]
  msr msp, r0
  bic lr, lr, #4
  bx lr
1:
  b limit_fault
  .ltorg

/* Where each __wrap_ of cases_stack.c goes to, its number in r12. What is called
 * during a call, by a hook of the driver, is part of that call. */
  .section .text.stack_entry, "ax", %progbits
  .global stack_entry
  .thumb_func
  .type stack_entry, %function
stack_entry:
  push {r0-r3}
  push {r12, lr}
  ldr r0, =stack_is_active
  ldr r0, [r0]
  cbnz r0, 1f
  mov r0, r12
  add r1, sp, #8
  bl stack_measure
  pop {r12, lr}
  add sp, #16
  bx lr
1:
  ldr r0, =stack_functions
  ldr r12, [r0, r12, lsl #2]
  add sp, #8
  pop {r0-r3}
  bx r12
  .ltorg
