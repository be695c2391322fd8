namespace Longleaf.Documents.Host;

/// <summary>Numbers of system calls (asm/unistd_64.h for x86-64, asm-generic/unistd.h for arm64).</summary>
internal sealed record SystemCalls
{
    /// <summary>AUDIT_ARCH_* of linux/audit.h.</summary>
    public required uint Architecture { get; init; }

    public required uint Seccomp { get; init; }

    public required uint OpenAt { get; init; }

    public uint? Open { get; init; }

    public uint OpenAt2 { get; } = 437;

    /// <summary>clone.</summary>
    public required uint StartThread { get; init; }

    /// <summary>clone3.</summary>
    public uint StartThread3 { get; } = 435;

    /// <summary>tgkill.</summary>
    public required uint ThreadKill { get; init; }

    /// <summary>prlimit64.</summary>
    public required uint ResourceLimit { get; init; }

    public required uint[] Denied { get; init; }

    public static SystemCalls X64 { get; } = new()
    {
        Architecture = 0xC000003E,
        Seccomp = 317,
        OpenAt = 257,
        StartThread = 56,
        Open = 2,
        ThreadKill = 234,
        ResourceLimit = 302,
        Denied =
        [
            41, 42, 43, 49, 50, 53, 288,                        // socket connect accept bind listen socketpair accept4
            59, 322, 57, 58,                                    // execve execveat fork vfork
            160, 135, 154,                                      // setrlimit personality modify_ldt
            275, 276, 278, 319, 440,                            // splice tee vmsplice memfd_create process_madvise
            62, 200, 129, 297, 424, 434, 438,                   // kill tkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal pidfd_open pidfd_getfd
            101, 310, 311,                                      // ptrace process_vm_readv process_vm_writev
            298, 321, 323, 425, 248, 249, 250,                  // perf_event_open bpf userfaultfd io_uring_setup add_key request_key keyctl
            165, 166, 155, 161, 272, 308, 428, 429, 430,        // mount umount2 pivot_root chroot unshare setns open_tree move_mount fsopen
            175, 176, 313, 246, 303, 304,                       // init_module delete_module finit_module kexec_load name_to_handle_at open_by_handle_at
            85, 87, 263, 82, 264, 316, 86, 265, 88, 266,        // creat unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat
            83, 258, 84, 133, 259, 76, 77,                      // mkdir mkdirat rmdir mknod mknodat truncate ftruncate
            90, 91, 268, 452, 92, 93, 94, 260,                  // chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat
            188, 189, 190, 197, 198, 199, 132, 235, 280,        // setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr utime utimes utimensat
        ],
    };

    public static SystemCalls Arm64 { get; } = new()
    {
        Architecture = 0xC00000B7,
        Seccomp = 277,
        OpenAt = 56,
        StartThread = 220,
        ThreadKill = 131,
        ResourceLimit = 261,
        Denied =
        [
            198, 199, 200, 201, 202, 203, 242,                  // socket socketpair bind listen accept connect accept4
            221, 281,                                           // execve execveat
            164, 92,                                            // setrlimit personality
            76, 77, 75, 279, 440,                               // splice tee vmsplice memfd_create process_madvise
            129, 130, 138, 240, 424, 434, 438,                  // kill tkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_send_signal pidfd_open pidfd_getfd
            117, 270, 271,                                      // ptrace process_vm_readv process_vm_writev
            241, 280, 282, 425, 217, 218, 219,                  // perf_event_open bpf userfaultfd io_uring_setup add_key request_key keyctl
            40, 39, 41, 51, 97, 268, 428, 429, 430,             // mount umount2 pivot_root chroot unshare setns open_tree move_mount fsopen
            105, 106, 273, 104, 264, 265,                       // init_module delete_module finit_module kexec_load name_to_handle_at open_by_handle_at
            35, 38, 276, 37, 36,                                // unlinkat renameat renameat2 linkat symlinkat
            34, 33, 45, 46,                                     // mkdirat mknodat truncate ftruncate
            52, 53, 452, 54, 55,                                // fchmod fchmodat fchmodat2 fchownat fchown
            5, 6, 7, 14, 15, 16, 88,                            // setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr utimensat
        ],
    };
}
