using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Longleaf.Server.Commands.Reports;

/// <summary>Asks the kernel what a path leads to, without opening it. .NET tells pipes and devices from files only once they are open.</summary>
internal static partial class FileKinds
{
    // statx(2): its structure is the same on every architecture.
    private const int CurrentFolder = -100;
    private const uint TypeWanted = 1;
    private const int ModeOffset = 28;
    private const int StructureBytes = 256;
    private const int TypeMask = 0xF000;
    private const int RegularType = 0x8000;
    private const int FolderType = 0x4000;

    public static FileKind Of(string path)
    {
        Span<byte> found = stackalloc byte[StructureBytes];
        if (Statx(CurrentFolder, path, 0, TypeWanted, ref MemoryMarshal.GetReference(found)) != 0)
        {
            return FileKind.Missing;
        }

        var mode = BitConverter.IsLittleEndian
            ? BinaryPrimitives.ReadUInt16LittleEndian(found[ModeOffset..])
            : BinaryPrimitives.ReadUInt16BigEndian(found[ModeOffset..]);
        return (mode & TypeMask) switch { RegularType => FileKind.Regular, FolderType => FileKind.Folder, _ => FileKind.Special };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte found);
}
