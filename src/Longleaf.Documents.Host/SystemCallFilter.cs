using System.Runtime.InteropServices;

namespace Longleaf.Documents.Host;

/// <summary>
/// A seccomp filter that this process puts on itself, for good and for all its threads: no sockets, no programs, no further processes, no
/// writing or changing of files, no signals to others, no raising of its own limits, nothing that opens the kernel wide. What is refused
/// fails with EPERM. Reading files, memory and threads go on.
/// </summary>
internal static unsafe partial class SystemCallFilter
{
    private const int SetNoNewPrivileges = 38;
    private const nuint SetModeFilter = 1;
    private const nuint SynchronizeThreads = 1;

    private const ushort LoadWord = 0x20;       // BPF_LD | BPF_W | BPF_ABS
    private const ushort JumpIfEqual = 0x15;    // BPF_JMP | BPF_JEQ | BPF_K
    private const ushort JumpIfAtLeast = 0x35;  // BPF_JMP | BPF_JGE | BPF_K
    private const ushort JumpIfAnyBit = 0x45;   // BPF_JMP | BPF_JSET | BPF_K
    private const ushort Return = 0x06;         // BPF_RET | BPF_K

    private const uint Allow = 0x7FFF0000;
    private const uint KillProcess = 0x80000000;
    private const uint RefuseNotPermitted = 0x00050000 | 1;   // EPERM
    private const uint RefuseNotThere = 0x00050000 | 38;      // ENOSYS

    // struct seccomp_data: nr, arch, instruction pointer, six arguments of 8 bytes.
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;

    // O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND
    private const uint WritingFlags = 0x1 | 0x2 | 0x40 | 0x200 | 0x400;

    // clone(2): another thread of this process, and not a process.
    private const uint ThreadFlag = 0x10000;

    // System calls of the x32 interface are the same under other numbers.
    private const uint X32Bit = 0x40000000;

    /// <returns>Whether the filter is on.</returns>
    public static bool TryInstall()
    {
        var calls = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => SystemCalls.X64,
            Architecture.Arm64 => SystemCalls.Arm64,
            _ => null,
        };
        if (calls is null || ProcessControl(SetNoNewPrivileges, 1, 0, 0, 0) != 0)
        {
            return false;
        }

        var program = Build(calls);
        fixed (Instruction* instructions = program)
        {
            var header = new ProgramHeader { Length = (ushort)program.Length, Instructions = instructions };
            return SystemCall((nint)calls.Seccomp, SetModeFilter, SynchronizeThreads, &header) == 0;
        }
    }

    private static Instruction[] Build(SystemCalls calls)
    {
        List<Instruction> program =
        [
            new(LoadWord, 0, 0, ArchitectureOffset),
            new(JumpIfEqual, 1, 0, calls.Architecture),
            new(Return, 0, 0, KillProcess),
            new(LoadWord, 0, 0, NumberOffset),
            new(JumpIfAtLeast, 0, 1, X32Bit),
            new(Return, 0, 0, RefuseNotThere),
        ];

        // What these are asked to do lies in memory, where a filter cannot look: the C library falls back to the calls before them.
        foreach (var number in (uint[])[calls.OpenAt2, calls.StartThread3])
        {
            program.Add(new(JumpIfEqual, 0, 1, number));
            program.Add(new(Return, 0, 0, RefuseNotThere));
        }

        foreach (var number in calls.Denied)
        {
            program.Add(new(JumpIfEqual, 0, 1, number));
            program.Add(new(Return, 0, 0, RefuseNotPermitted));
        }

        RefuseBits(program, calls.OpenAt, argument: 2, WritingFlags);
        if (calls.Open is { } open)
        {
            RefuseBits(program, open, argument: 1, WritingFlags);
        }

        program.AddRange(
        [
            new(JumpIfEqual, 0, 4, calls.StartThread),
            new(LoadWord, 0, 0, ArgumentOffset(0)),
            new(JumpIfAnyBit, 1, 0, ThreadFlag),
            new(Return, 0, 0, RefuseNotPermitted),
            new(Return, 0, 0, Allow),
        ]);

        // Signals to its own threads are how the runtime stops them for a collection; limits are read for itself only, and not set.
        RefuseOthers(program, calls.ThreadKill, ArgumentOffset(0), (uint)Environment.ProcessId);
        RefuseLimits(program, calls.ResourceLimit);
        program.Add(new(Return, 0, 0, Allow));
        return [.. program];
    }

    private static void RefuseBits(List<Instruction> program, uint number, uint argument, uint bits) => program.AddRange(
    [
        new(JumpIfEqual, 0, 4, number),
        new(LoadWord, 0, 0, ArgumentOffset(argument)),
        new(JumpIfAnyBit, 0, 1, bits),
        new(Return, 0, 0, RefuseNotPermitted),
        new(Return, 0, 0, Allow),
    ]);

    // prlimit64(pid, resource, new, old): pid 0 is the process itself, and without new values nothing is set. A pointer has two halves.
    private static void RefuseLimits(List<Instruction> program, uint number) => program.AddRange(
    [
        new(JumpIfEqual, 0, 8, number),
        new(LoadWord, 0, 0, ArgumentOffset(0)),
        new(JumpIfEqual, 0, 5, 0),
        new(LoadWord, 0, 0, ArgumentOffset(2)),
        new(JumpIfEqual, 0, 3, 0),
        new(LoadWord, 0, 0, ArgumentOffset(2) + 4),
        new(JumpIfEqual, 0, 1, 0),
        new(Return, 0, 0, Allow),
        new(Return, 0, 0, RefuseNotPermitted),
    ]);

    private static void RefuseOthers(List<Instruction> program, uint number, uint offset, uint allowed) => program.AddRange(
    [
        new(JumpIfEqual, 0, 4, number),
        new(LoadWord, 0, 0, offset),
        new(JumpIfEqual, 1, 0, allowed),
        new(Return, 0, 0, RefuseNotPermitted),
        new(Return, 0, 0, Allow),
    ]);

    // The lower half comes first: both architectures are little endian.
    private static uint ArgumentOffset(uint argument) => 16 + (argument * 8);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint first, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, nuint operation, nuint flags, ProgramHeader* program);

    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    private struct ProgramHeader
    {
        public ushort Length;
        public Instruction* Instructions;
    }
}
