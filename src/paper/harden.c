#include "config.h"
#include "paper/harden.h"

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef MACHINE
#define REFUSE(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

static bool refuse_calls(void)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		REFUSE(__NR_socket),
		REFUSE(__NR_execve),
		REFUSE(__NR_execveat),
		REFUSE(__NR_ptrace),
		REFUSE(__NR_unlinkat),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = sizeof(rules) / sizeof(rules[0]), .filter = rules};
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
static bool refuse_calls(void)
{
	return true; /* no table of calls for this machine; the limits hold */
}
#endif

#if defined(__SANITIZE_ADDRESS__)
/* The search for leaks at the end traces the program, which is refused here; fonts stay in their libraries' caches anyway. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0";
}
#endif

bool harden(void)
{
	enum { MIB = 1024 * 1024 };
	static const struct {
		int what;
		rlim_t most;
	} limits[] = {
		{RLIMIT_CPU, 120}, {RLIMIT_FSIZE, 512UL * MIB}, {RLIMIT_NOFILE, 256}, {RLIMIT_CORE, 0},
#if !defined(__SANITIZE_ADDRESS__)
		{RLIMIT_AS, 2048UL * MIB},
#endif
	};
	bool ok = close_range(3, ~0U, 0) == 0 || errno == ENOSYS;
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
		struct rlimit l = {limits[i].most, limits[i].most};
		ok &= setrlimit((__rlimit_resource_t)limits[i].what, &l) == 0;
	}
	ok = ok && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
	/* A kernel without filters is no reason to print nothing. */
	return ok && (refuse_calls() || errno == EINVAL);
}
